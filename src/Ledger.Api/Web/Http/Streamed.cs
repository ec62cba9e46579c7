namespace Ledger.Api.Web.Http;

/// <summary>Of an endpoint whose answer may be larger than memory: it is written as it is read, and so has no hash in its head.</summary>
public sealed class Streamed;
