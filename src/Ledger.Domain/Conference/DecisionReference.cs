using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ledger.Domain.Conference;

/// <summary>What the conference decided on one item of a meeting, as papers and events name it: <c>2023-1/2</c>.</summary>
/// <param name="Meeting">Such as <c>2023-1</c>.</param>
/// <param name="Item">From 1.</param>
public sealed record DecisionReference(string Meeting, int Item)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out DecisionReference? reference)
    {
        reference = text?.Split('/') is [var meeting, var item] && MeetingNumber.IsOne(meeting)
            && int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && item[0] != '0'
            ? new(meeting, number)
            : null;
        return reference is not null;
    }

    public override string ToString() => $"{Meeting}/{Item.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>A meeting's number: its year, and its place among the year's meetings, such as <c>2023-1</c>.</summary>
public static class MeetingNumber
{
    public static bool IsOne(string? text) =>
        text?.Split('-') is [{ Length: 4 } year, { Length: > 0 and <= 3 } place]
        && year.All(char.IsAsciiDigit) && place.All(char.IsAsciiDigit) && place[0] != '0';

    /// <param name="meeting">One that <see cref="IsOne"/>.</param>
    public static int YearOf(string meeting) => int.Parse(meeting.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
}
