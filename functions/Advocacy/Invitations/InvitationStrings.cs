using System.Resources;
using Advocacy.Platform.Pages;

namespace Advocacy.Invitations;

/// <summary>The texts of InvitationStrings.resx: of the one mail and of the pages behind its links.</summary>
internal static class InvitationStrings
{
    internal static readonly ResourceManager All = new(typeof(InvitationStrings));

    public static PageTexts For(string language) => new(All, language);
}
