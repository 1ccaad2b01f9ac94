using System.Net;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// Tells a request that failed before its body was begun (then nothing can have been sent) from one that failed later. (.NET repeats
/// a request on a new connection only as long as its body is not begun.)
/// </summary>
internal sealed class WireWatch(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <exception cref="NothingWrittenException">The request failed and nothing of its body was written.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = new WatchedBody(request.Content ?? new ByteArrayContent([]));
        request.Content = body;
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (!body.IsBegun)
        {
            throw new NothingWrittenException(error);
        }
    }

    private sealed class WatchedBody : HttpContent
    {
        private readonly HttpContent _body;
        private volatile bool _isBegun;

        public WatchedBody(HttpContent body)
        {
            _body = body;
            foreach (var (name, values) in body.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        public bool IsBegun => _isBegun;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            _isBegun = true;
            return _body.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Headers.ContentLength ?? 0;
            return _body.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _body.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}

/// <summary>The request failed before anything of its body was written.</summary>
internal sealed class NothingWrittenException(Exception cause)
    : Exception("Nothing was written before the request failed.", cause);
