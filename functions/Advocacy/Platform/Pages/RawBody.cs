using Microsoft.AspNetCore.Http;

namespace Advocacy.Platform.Pages;

/// <summary>A request's body as it came, byte by byte: that is what a sender signs.</summary>
public static class RawBody
{
    /// <param name="most">Bytes.</param>
    /// <returns><c>null</c> where there are more; what is beyond is not read.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpRequest request,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > most)
        {
            return null;
        }
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > most)
            {
                return null;
            }
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
