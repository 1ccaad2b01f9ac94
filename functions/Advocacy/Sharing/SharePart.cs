using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Components;

namespace Advocacy.Sharing;

/// <summary>One part of the share page.</summary>
public abstract class SharePart : ComponentBase
{
    [Parameter, EditorRequired]
    public required ShareView Page { get; set; }

    private protected PageTexts Texts => SharingStrings.For(Page.Language);

    private protected string NameOf(ShareChannel channel) =>
        channel.Kind == ShareKind.Mail ? Texts["Mail"] : channel.Name;

    /// <summary>What the channel does with the text.</summary>
    private protected string NoteOf(ShareForm form) =>
        form.Channel.Text != ShareTextHandling.Prefilled ? Texts[form.Channel.Text.ToString()]
        : form.Shortened ? Texts["Shortened"]
        : Texts[Page.Check is null ? "Prefilled" : "OwnText"];
}
