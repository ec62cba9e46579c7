using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ledger.Api.Access;

/// <summary>Where the program listens. Sample accounts open nothing unless every address is a loopback one.</summary>
public sealed class ListeningAddresses(IServer server)
{
    public bool AreLoopback => server.Features.Get<IServerAddressesFeature>()?.Addresses is { } addresses
        && addresses.All(address => BindingAddress.Parse(address) is var binding
            && (binding.Host == "localhost" || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));
}
