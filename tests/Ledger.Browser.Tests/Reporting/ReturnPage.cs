namespace Ledger.Browser.Tests.Reporting;

/// <summary>What a reporter or a reviewer does on the pages of one return.</summary>
public sealed class ReturnPage(Visitor visitor, Words words)
{
    public IPage Page => visitor.Page;

    public ILocator Done => Page.Locator(".done");

    public ILocator State => Page.Locator(".return-head .tag").First;

    public ILocator Value(string series) => Page.Locator($"#value-{series}");

    /// <summary>The row of a series, with what is said under it.</summary>
    public ILocator Row(string series) => Page.Locator($"#line-{series}");

    public async Task OpenAsync(string address)
    {
        await visitor.OpenAsync(address);
        await ReadyAsync();
    }

    public Task ReadyAsync() => visitor.ReadyAsync();

    /// <summary>The form, once it takes what is typed.</summary>
    public async Task OpenFormAsync(string zone, string period)
    {
        await OpenAsync($"/return/{zone}/{period}");
        await Expect(Value("op_revenue")).ToBeEditableAsync();
        await Expect(Page.Locator("table.fill-in[data-walks]")).ToBeVisibleAsync();
    }

    public Task PressAsync(string key, params object[] arguments) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words[key, arguments], Exact = true }).ClickAsync();

    /// <summary>As a sheet's cells arrive: pasted into the value of a series.</summary>
    public Task PasteAsync(string series, string text) => Value(series).EvaluateAsync(
        """
        (field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);

    public async Task ShouldSayAsync(string key, params object[] arguments) =>
        await Expect(Page.Locator("main")).ToContainTextAsync(words[key, arguments]);

    public async Task ShouldBeAsync(string state) => await Expect(State).ToHaveTextAsync(words[$"return_state.{state}"]);
}
