using Advocacy.Content.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's pages of its feeds.</summary>
public sealed class ManageSources(SourcesPages pages)
{
    [Function("ShowSources")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ListAsync(request, cancellationToken);

    [Function("AddSource")]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sources")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.AddAsync(request, cancellationToken);

    [Function("PreviewSource")]
    public Task<IResult> NewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources/new")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.NewAsync(request, cancellationToken);

    [Function("ShowSource")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sources/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(id, request, cancellationToken);

    [Function("ChangeSource")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sources/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.ChangeAsync(id, request, cancellationToken);
}
