using Advocacy.Sharing;
using Microsoft.Extensions.Options;

namespace Advocacy.Content;

/// <summary>Says in the User-Agent where this installation is found, unless a page about it is named: whoever is visited may ask.</summary>
internal sealed class FetchContact(IOptions<SiteOptions> site) : IPostConfigureOptions<FetchOptions>
{
    public void PostConfigure(string? name, FetchOptions options) =>
        options.AboutUrl = options.AboutUrl is { Length: > 0 } ? options.AboutUrl : site.Value.BaseUrl;
}
