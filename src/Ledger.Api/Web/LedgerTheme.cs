using MudBlazor;

namespace Ledger.Api.Web;

/// <summary>Ink on paper, one slate blue, and the red of a seal where something is wrong. Every pair of colours keeps a contrast of 4.5.</summary>
/// <remarks>MudBlazor's half; <c>ledger.css</c> holds the same colours for everything else.</remarks>
public static class LedgerTheme
{
    private static readonly string[] Sans = ["var(--sans)"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#1b2430",
            Background = "#fbfaf7",
            Surface = "#ffffff",
            TextPrimary = "#1b2430",
            TextSecondary = "#4a5563",
            TextDisabled = "#6b7480",
            ActionDefault = "#4a5563",
            Primary = "#24476b",
            PrimaryDarken = "#18324d",
            Secondary = "#6b4a1f",
            Tertiary = "#00695c",
            Info = "#0b5a9e",
            InfoDarken = "#084c8f",
            Success = "#1b6e37",
            SuccessDarken = "#145c27",
            Warning = "#8a5200",
            WarningDarken = "#6f4200",
            Error = "#a8231c",
            ErrorDarken = "#861913",
            LinesDefault = "#d8d4ca",
            LinesInputs = "#7d8692",
            TableLines = "#d8d4ca",
            Divider = "#d8d4ca",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "1rem", LineHeight = "1.6" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "1rem", LineHeight = "1.6" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "0.9375rem", LineHeight = "1.55" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "1.125rem", FontWeight = "600" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "0.9375rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
