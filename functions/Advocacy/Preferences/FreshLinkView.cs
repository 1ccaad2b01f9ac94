using Advocacy.Programme;

namespace Advocacy.Preferences;

/// <summary>A link to the preferences that does not work; which of the reasons it is, and whether it was anybody's, is not said.</summary>
/// <param name="Company"><c>null</c> where it could not be read.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Asked">A fresh link was asked for.</param>
public sealed record FreshLinkView(CompanyProfile? Company, string Language, bool Asked);
