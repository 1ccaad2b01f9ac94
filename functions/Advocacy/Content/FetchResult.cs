using System.Runtime.InteropServices;

namespace Advocacy.Content;

/// <summary>What a server sent with its last answer, passed back as it stood; both may be <c>null</c>.</summary>
public sealed record FetchConditions(string? ETag = null, string? LastModified = null);

/// <summary>What came of a fetch.</summary>
public abstract record FetchResult
{
    private FetchResult() { }

    /// <param name="Body">Decompressed.</param>
    /// <param name="Url">Where it was in the end: the base of relative links.</param>
    /// <param name="Charset">As the content type names it; <c>null</c> where it does not.</param>
    /// <param name="Conditions">For the next fetch.</param>
    /// <param name="MovedTo">The new address, where every redirect on the way was a permanent one; else <c>null</c>.</param>
    /// <param name="MediaType">As the content type names it, in lower case; <c>null</c> where it does not.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        Uri Url,
        string? Charset,
        FetchConditions Conditions,
        Uri? MovedTo,
        string? MediaType = null
    ) : FetchResult
    {
        /// <summary>The body as a stream, not copied where it lies in an array.</summary>
        public MemoryStream Open() =>
            MemoryMarshal.TryGetArray(Body, out var bytes)
                ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new(Body.ToArray(), writable: false);
    }

    /// <summary>304: the conditions still hold.</summary>
    public sealed record NotModified(Uri? MovedTo) : FetchResult;

    /// <summary>410: it will not come back.</summary>
    public sealed record Gone : FetchResult;

    /// <param name="Reason">One sentence for the operator.</param>
    /// <param name="RetryAfter">How long the server asks to be left alone; <c>null</c> where it does not.</param>
    /// <param name="Fault">Whether another try may help.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, FetchFault Fault = FetchFault.Lasting)
        : FetchResult;
}

/// <summary>What kind of failure a fetch met.</summary>
public enum FetchFault
{
    /// <summary>The same again at every try: no such page, refused, not readable.</summary>
    Lasting,

    /// <summary>The server or the way to it is out for now.</summary>
    Passing,

    /// <summary>It did not answer within the time limit.</summary>
    Slow,
}
