namespace Advocacy.Consent;

/// <summary>One purpose as a page offers it.</summary>
/// <param name="Wording">All of it, exactly as it is hashed; an empty line separates paragraphs.</param>
/// <param name="Ticked">By the person, in a form that came back with a mistake; never by us.</param>
/// <param name="GivenAt">When the person said yes to it, in their zone; then it is not offered again.</param>
public sealed record PurposeChoice(
    ConsentPurpose Purpose,
    string Wording,
    bool Ticked = false,
    DateTimeOffset? GivenAt = null
);
