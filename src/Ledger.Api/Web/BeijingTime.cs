using Ledger.Domain;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Web;

/// <summary>An instant as pages say it: the date and the minute in Beijing, in the form that needs no translation.</summary>
public static class BeijingTime
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static string Format(Instant instant) => Minutes.Format(instant.InZone(DocumentDate.Zone).LocalDateTime);

    public static string FormatToSeconds(Instant instant) => Seconds.Format(instant.InZone(DocumentDate.Zone).LocalDateTime);
}
