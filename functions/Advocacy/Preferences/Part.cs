using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Components;

namespace Advocacy.Preferences;

/// <summary>One part of the preferences page.</summary>
public abstract class Part : ComponentBase
{
    [Parameter, EditorRequired]
    public required PreferencesView Page { get; set; }

    private protected PageTexts Texts => PreferencesStrings.For(Page.Language);
}
