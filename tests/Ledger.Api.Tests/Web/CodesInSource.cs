using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ledger.Api.Tests.Web;

/// <summary>Every code that the program can refuse or find fault with, read from its source: so that none is forgotten.</summary>
/// <remarks>
/// A code is a literal, a choice between literals, a local value made of them, or a parameter, whose callers are then looked at.
/// Anything else is unreadable, and said so.
/// </remarks>
internal sealed class CodesInSource
{
    // Which argument of which maker is the code, how many go before those of the text, and how many the maker adds itself.
    private static readonly Dictionary<string, Maker> Makers = new()
    {
        ["Refusal.Of"] = new("refusal", 1, 2, 0),
        ["Refusal.OfFaults"] = new("refusal", 1, 3, 0),
        ["Problems.Of"] = new("refusal", 1, 2, 0),
        ["Fault.At"] = new("fault", 1, 2, 0),
        ["Finding.Of"] = new("fault", 2, 4, 1),
        ["AuditFindings.Find"] = new("finding", 1, 5, 0),
    };

    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> unreadable = [];

    private CodesInSource(IEnumerable<SyntaxNode> files)
    {
        foreach (var call in files.SelectMany(file => file.DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (Makers.TryGetValue(call.Expression.ToString(), out var maker))
                Read(call, maker);
        }
    }

    /// <summary>The key of its text, with the fewest arguments that any place gives it.</summary>
    public IReadOnlyDictionary<string, int> Codes => codes;

    /// <summary>Places whose code could not be told.</summary>
    public IReadOnlyList<string> Unreadable => unreadable;

    public static CodesInSource Of(string directory) => new(
        Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file).GetRoot()));

    private void Read(InvocationExpressionSyntax call, Maker maker)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count <= maker.Code)
            return;
        var given = Math.Max(0, arguments.Count - maker.First) + maker.Added;
        Read(arguments[maker.Code].Expression, maker.Kind, given, call);
    }

    private void Read(ExpressionSyntax expression, string kind, int given, SyntaxNode place)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax { Token.Value: string code }:
                var key = $"{kind}.{code}";
                codes[key] = Math.Min(given, codes.GetValueOrDefault(key, int.MaxValue));
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                break;
            case ConditionalExpressionSyntax choice:
                Read(choice.WhenTrue, kind, given, place);
                Read(choice.WhenFalse, kind, given, place);
                break;
            case SwitchExpressionSyntax choice:
                foreach (var arm in choice.Arms)
                    Read(arm.Expression, kind, given, place);
                break;
            case ParenthesizedExpressionSyntax inner:
                Read(inner.Expression, kind, given, place);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                ReadNamed(name, kind, given, place);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Code" }:
                // Another refusal, fault or finding passed on; it was made elsewhere.
                break;
            default:
                unreadable.Add(Describe(place));
                break;
        }
    }

    private void ReadNamed(string name, string kind, int given, SyntaxNode place)
    {
        var method = place.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var local = method?.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value
            ?? method?.DescendantNodes().OfType<LetClauseSyntax>()
                .FirstOrDefault(let => let.Identifier.ValueText == name)?.Expression;
        if (local is not null)
        {
            Read(local, kind, given, place);
            return;
        }

        var index = method?.ParameterList.Parameters.IndexOf(parameter => parameter.Identifier.ValueText == name) ?? -1;
        if (index < 0)
        {
            unreadable.Add(Describe(place));
            return;
        }

        // What the method's own callers pass as arguments of the text is not followed; the method passes on at least none.
        var passesOn = method!.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
        foreach (var call in method.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == method.Identifier.ValueText && call.ArgumentList.Arguments.Count > index))
        {
            var added = passesOn ? call.ArgumentList.Arguments.Count - method.ParameterList.Parameters.Count : 0;
            Read(call.ArgumentList.Arguments[index].Expression, kind, given + added, call);
        }
    }

    private static string Describe(SyntaxNode place) => $"{place.GetLocation().GetLineSpan()}: {place}";

    private sealed record Maker(string Kind, int Code, int First, int Added);
}
