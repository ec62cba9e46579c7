namespace Ledger.Domain.Reporting;

/// <summary>Values are kept at their series' places, so that 101.3 and 101.30 are told and printed alike.</summary>
internal static class Decimals
{
    /// <param name="value">Has no more than <paramref name="places"/> places that count; nothing is rounded away.</param>
    public static decimal AtPlaces(decimal value, int places)
    {
        var cut = decimal.Round(value, places);
        return cut + new decimal(0, 0, 0, isNegative: false, (byte)places);
    }

    public static bool Fits(decimal value, int places) => decimal.Round(value, places) == value;
}
