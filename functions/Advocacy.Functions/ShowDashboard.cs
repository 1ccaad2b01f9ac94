using Advocacy.Dashboard;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's dashboard, and its tables as CSV.</summary>
public sealed class ShowDashboard(DashboardPages pages)
{
    [Function(nameof(ShowDashboard))]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dashboard")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(request, cancellationToken);

    [Function("DownloadDashboardTable")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dashboard/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken
    ) => pages.FileAsync(file, request, cancellationToken);
}
