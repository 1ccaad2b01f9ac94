namespace Advocacy.Programme.Branding;

/// <param name="Company">Whose people read it.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Own">What the company adds; <c>null</c> for nothing.</param>
public sealed record BrandingView(CompanyProfile Company, string Language, LocalText? Own);
