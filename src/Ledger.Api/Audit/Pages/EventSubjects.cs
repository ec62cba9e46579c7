using System.Text.Json;
using Ledger.Api.Web;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;

namespace Ledger.Api.Audit.Pages;

/// <summary>The pages of what an event concerns.</summary>
public static class EventSubjects
{
    public static IEnumerable<(string Text, string Address)> Of(WholeEvent whole, ProgrammeDocument programme, ITexts texts)
    {
        var one = whole.Event;
        var subject = one.Stream[(one.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var zone = one.Zone is { } code ? programme.FindZone(code) : null;
        if (one.Stream.StartsWith("return/", StringComparison.Ordinal) && zone is not null && one.Period is { } period)
        {
            if (Word(whole, "series") is { } series && programme.FindSeries(series) is { } known)
                yield return (texts["event.to.figure", zone.ShortName, known.Name, period], $"/figures/{zone.Code}/{series}/{period}");
            yield return (texts["event.to.return", zone.ShortName, period], $"/return/{zone.Code}/{period}");
        }
        else if (one.Stream.StartsWith("notice/", StringComparison.Ordinal) && one.Period is { } quarter)
        {
            yield return (texts["event.to.notice", quarter, one.Version], FormattableString.Invariant($"/notices/{quarter}/{one.Version}"));
        }
        else if (one.Stream.StartsWith("programme/", StringComparison.Ordinal))
        {
            yield return (texts["event.to.programme", one.Version], FormattableString.Invariant($"/programme/versions#v{one.Version}"));
        }
        else if (one.Stream.StartsWith("assessment/", StringComparison.Ordinal))
        {
            yield return (texts["event.to.assessment", subject], $"/assessments/{subject}");
        }
        else if (one.Stream.StartsWith("task/", StringComparison.Ordinal))
        {
            yield return (texts["event.to.task", subject.Split('/')[0]], $"/tasks/{subject}");
        }
        else if (one.Stream.StartsWith("meeting/", StringComparison.Ordinal))
        {
            yield return (texts["meeting.of", subject], $"/conference/{subject}");
        }
        else if (one.Stream == ConferenceSeats.StreamId)
        {
            yield return (texts["conference.title"], "/conference");
        }
        else if (one.Stream == Domain.Cultivation.Eligibility.StreamId)
        {
            yield return (texts["event.to.eligibility"], "/eligibility");
        }
        else if (one.Stream.StartsWith("officer/", StringComparison.Ordinal))
        {
            yield return (texts["event.to.officer", subject], $"/events?officer={Uri.EscapeDataString(subject)}");
        }

        if (zone is not null)
            yield return (zone.Name.In(Texts.Language), $"/zones/{zone.Code}");
    }

    private static string? Word(WholeEvent whole, string name)
    {
        if (whole.Text is null)
            return null;
        using var entry = JsonDocument.Parse(whole.Text);
        return entry.RootElement.GetProperty("data").TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }
}
