using System.Globalization;
using Ledger.Api.Reporting.Pages;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Programme;
using Microsoft.AspNetCore.WebUtilities;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What the form of a what-if asks, read from the page's address, which holds all of it: it can be sent to a colleague.</summary>
/// <remarks><c>w-A1=7</c> is a weight; <c>f0-zone</c>, <c>f0-series</c>, <c>f0-value</c> a figure of the year; <c>b0-member</c>, <c>b0-zone</c>, <c>b0-criterion</c>, <c>b0-level</c> a ballot.</remarks>
public sealed class AskedWhatIf
{
    private const int Most = 40;

    private readonly Dictionary<string, string> fields;
    private readonly int year;
    private readonly ProgrammeDocument programme;

    public AskedWhatIf(string address, int year, ProgrammeDocument programme)
    {
        (this.year, this.programme) = (year, programme);
        fields = QueryHelpers.ParseQuery(new Uri(address).Query).ToDictionary(field => field.Key, field => field.Value.ToString().Trim());
        Figures = [.. Rows('f', "value")];
        Ballots = [.. Rows('b', "level")];
    }

    /// <summary>Numbers of the rows that say something.</summary>
    public IReadOnlyList<int> Figures { get; }

    public IReadOnlyList<int> Ballots { get; }

    public bool IsEmpty => Figures.Count == 0 && Ballots.Count == 0 && Weights.Count == 0;

    /// <summary>As typed.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>Fields whose text is not a number.</summary>
    public IReadOnlyList<string> Unreadable =>
    [
        .. Weights.Keys.Select(criterion => $"w-{criterion}")
            .Concat(Figures.Select(row => Field('f', row, "value"))).Concat(Ballots.Select(row => Field('b', row, "level")))
            .Where(name => TypedNumber.Read(this[name]) is null),
    ];

    /// <summary>The same address with nothing in it that says nothing; null where it is that already.</summary>
    public string? Tidied(string address)
    {
        var kept = fields.Where(field => field.Value.Length > 0 && !IsOfEmptyRow(field.Key)).ToList();
        return kept.Count == fields.Count
            ? null
            : QueryHelpers.AddQueryString(new Uri(address).AbsolutePath, kept.Select(field => KeyValuePair.Create<string, string?>(field.Key, field.Value)));
    }

    /// <summary>Once <see cref="Unreadable"/> is empty.</summary>
    public WhatIf Question() => new(
        Weights.ToDictionary(weight => weight.Key, weight => TypedNumber.Read(weight.Value)!.Value),
        [
            .. Ballots.Select(row => new Ballot(
                this[Field('b', row, "member")], this[Field('b', row, "zone")], this[Field('b', row, "criterion")],
                TypedNumber.Read(this[Field('b', row, "level")])!.Value)),
        ],
        [
            .. Figures.Select(row => new OtherFigure(
                this[Field('f', row, "zone")], this[Field('f', row, "series")], PeriodOf(programme, this[Field('f', row, "series")], year),
                TypedNumber.Read(this[Field('f', row, "value")])!.Value)),
        ]);

    public static string Field(char kind, int row, string part) => string.Create(CultureInfo.InvariantCulture, $"{kind}{row}-{part}");

    /// <summary>The period in which a series says what it was for the year: the year itself, or its last quarter.</summary>
    public static Period PeriodOf(ProgrammeDocument programme, string series, int year)
    {
        var whole = Period.OfYear(year);
        return programme.FindSeries(series)?.DemandIn(whole) is null or Demand.None ? Period.Parse($"{whole}-Q4") : whole;
    }

    private IReadOnlyDictionary<string, string> Weights => fields
        .Where(typed => typed.Key.StartsWith("w-", StringComparison.Ordinal) && typed.Value.Length > 0)
        .ToDictionary(typed => typed.Key[2..], typed => typed.Value);

    private IEnumerable<int> Rows(char kind, string decisive) =>
        Enumerable.Range(0, Most).Where(row => this[Field(kind, row, decisive)].Length > 0);

    // A row whose value was left empty asks nothing, whatever its choices stand on.
    private bool IsOfEmptyRow(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return name.Length > 0 && name[0] is 'f' or 'b' && dash > 1
            && int.TryParse(name.AsSpan(1, dash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && !(name[0] == 'f' ? Figures : Ballots).Contains(row);
    }
}
