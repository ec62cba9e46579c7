using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>The scheme that the program ships, read as the program reads it.</summary>
internal static class DefaultScheme
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "scheme.v1.json"));

    public static AssessmentScheme V1 { get; } = JsonSerializer.Deserialize<AssessmentScheme>(Text, Json)!;

    /// <summary>The ids that the programme's dictionary has.</summary>
    public static SchemeSubjects Subjects { get; } = new(
        Enumerable.Range(1, 15).Select(number => $"Q{number:00}").ToHashSet(),
        Enumerable.Range(1, 19).Select(number => $"S{number:00}").ToHashSet(),
        ["XLHT", "BYH", "CJCY", "SNT", "DLN"]);

    /// <summary>The scheme with one of its rules changed.</summary>
    public static AssessmentScheme WithRule(string criterion, Func<Rule, Rule> change) =>
        V1 with { Tree = V1.Tree.Change(criterion, node => node with { Rule = change(node.Rule!) }) };

    public static SchemeNode Change(this SchemeNode node, string id, Func<SchemeNode, SchemeNode> change) =>
        node.Id == id ? change(node)
        : node.Children is null ? node
        : node with { Children = [.. node.Children.Select(child => child.Change(id, change))] };
}
