using Ledger.Domain.Access;

namespace Ledger.Api.Access;

/// <summary>Checks a name and a password against the officers in office.</summary>
public sealed class SignIn(Credentials credentials, Officers officers)
{
    public async Task<SignInResult> TryAsync(string user, string password, CancellationToken cancellation)
    {
        switch (await credentials.CheckAsync(user, password, cancellation))
        {
            case PasswordVerdict.Locked:
                return new SignInResult.Locked();
            case PasswordVerdict.Right when await officers.FindAsync(user, cancellation) is { } officer:
                return new SignInResult.SignedIn(officer);
            default:
                return new SignInResult.Wrong();
        }
    }
}

public abstract record SignInResult
{
    private SignInResult()
    {
    }

    public sealed record SignedIn(Officer Officer) : SignInResult;

    /// <summary>The name or the password; which of them is not said.</summary>
    public sealed record Wrong : SignInResult;

    public sealed record Locked : SignInResult;
}
