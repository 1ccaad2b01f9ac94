using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>The digest's templates, cut around its stories.</summary>
internal static class DigestTemplate
{
    public static readonly LoopTemplate<DigestView> Html = LoopTemplate<DigestView>.Html("Digest", "Stories");
    public static readonly LoopTemplate<DigestView> Text = LoopTemplate<DigestView>.Text("Digest", "Stories");
}
