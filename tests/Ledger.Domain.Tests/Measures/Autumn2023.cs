using Ledger.Domain.Measures;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>The invented figures of the worked notice for the third quarter of 2023.</summary>
internal static class Autumn2023
{
    public static FigureBook Figures { get; } = Facts.Book(
        Facts.Of("op_revenue", "2023-Q3", 156.20m, 90.00m, 56.26m, 33.00m, 58.10m),
        Facts.Of("op_revenue", "2022-Q3", 148.76m, 80.00m, 50.00m, 34.00m, 53.30m),
        Facts.Of("hte_revenue", "2023-Q3", 24.99m, 9.00m, 6.75m, 1.98m, 5.81m),
        Facts.Of("inv_patent_granted", "2023-Q3", 71, 18, 24, 2, 3),
        Facts.Of("inv_patent_granted", "2022-Q3", 64, 15, 20, 3, 0),
        Facts.Of("rd_inst_new", "2023-Q3", 1, 0, 1, 0, 0),
        [
            Facts.One("XLHT", "op_revenue", "2023-Q2", 102.05m), Facts.One("XLHT", "op_revenue", "2022-Q2", 96.00m),
            Facts.One("XLHT", "op_revenue", "2023-Q1", 50.00m),
        ]);

    public static Yardstick Yardstick => new(FiveZones.Programme, Figures);
}
