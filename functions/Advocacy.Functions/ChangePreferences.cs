using Advocacy.Preferences;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The employee's own page; each POST changes one part of it.</summary>
public sealed class ChangePreferences(PreferencesPages pages)
{
    [Function("ShowPreferences")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function(nameof(ChangePreferences))]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ChangeAsync(token, request, cancellationToken);
}
