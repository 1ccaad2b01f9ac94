using Microsoft.AspNetCore.Components;

namespace Advocacy.Platform.Pages;

/// <summary>What every page is: a component with one view, rendered once and on the server.</summary>
/// <typeparam name="TView">A record with what the page shows and nothing more.</typeparam>
public abstract class Page<TView> : ComponentBase
{
    [Parameter, EditorRequired]
    public required TView Model { get; set; }

    /// <summary>Where the page says what its Content-Security-Policy has to let through.</summary>
    [CascadingParameter]
    public required PagePolicy Policy { get; set; }
}
