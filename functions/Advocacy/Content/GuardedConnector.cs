using System.Net;
using System.Net.Sockets;

namespace Advocacy.Content;

/// <summary>
/// Connects to exactly the address that was checked: a name that answers with another address a moment later (DNS rebinding)
/// gains nothing.
/// </summary>
internal sealed class GuardedConnector(bool allowLoopback, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        Exception problem = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            if (AddressGuard.Refusal(address, allowLoopback) is { } refusal)
            {
                problem = new AddressRefusedException($"{host} is at {address}, which is {refusal}: not fetched.");
                continue;
            }
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failure)
            {
                socket.Dispose();
                if (failure is not SocketException)
                {
                    throw;
                }
                problem = failure;
            }
        }
        throw problem;
    }
}
