using Ledger.Api.Tests;

namespace Ledger.Browser.Tests;

public sealed class SigningIn(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_goes_where_they_wanted()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/?asOf=@3");
        await Expect(visitor.Title).ToHaveTextAsync("Sign in");
        await visitor.SignInAsync("stat", LedgerHost.Password);
        visitor.Address.ShouldBe("/?asOf=@3");
        await Expect(visitor.Page.Locator(".person")).ToContainTextAsync("STAT · statistics reviewer");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_opens_nothing()
    {
        await using var visitor = await host.VisitAsync("zh-Hans");
        await visitor.OpenAsync("/sign-in");
        await visitor.Page.Locator("#user").FillAsync("stb");
        await visitor.Page.Locator("#password").FillAsync("not the password");
        await visitor.Page.Locator(".sign-in-form button").ClickAsync();
        await Expect(visitor.Refused).ToContainTextAsync("口令");
        await visitor.OpenAsync("/");
        visitor.Address.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task After_signing_out_nothing_is_open_any_more()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/sign-in");
        await visitor.SignInAsync("auditor", LedgerHost.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visitor.Title).ToHaveTextAsync("Sign in");
        await visitor.OpenAsync("/programme");
        visitor.Address.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task The_way_back_never_leads_off_the_site(string back)
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync($"/sign-in?back={Uri.EscapeDataString(back)}");
        await visitor.SignInAsync("stat", LedgerHost.Password);
        visitor.Address.ShouldBe("/");
        await visitor.OpenAsync($"/language/en?back={Uri.EscapeDataString(back)}");
        visitor.Page.Url.ShouldBe($"{host.Address}/");
    }
}
