using MudBlazor;

namespace Ledger.Api.Web.Components;

/// <summary>A question with two answers.</summary>
public static class Confirming
{
    /// <param name="yes">The word on the button that goes ahead: the act itself, such as <i>Submit</i>.</param>
    /// <returns>Whether to go ahead; closing the dialog is a no.</returns>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string text, string yes)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { dialog => dialog.Text, text }, { dialog => dialog.Yes, yes } };
        var options = new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters, options);
        return await dialog.Result is { Canceled: false };
    }
}
