namespace Advocacy.Programme.Setup;

internal static class GuidelinesForm
{
    /// <returns>The next version; <c>null</c> where nothing was changed.</returns>
    public static Guidelines? Read(FormReader form, Guidelines? current, DateTimeOffset now)
    {
        var text = form.Local("text", FormReader.LongestText);
        var examples = form.LocalOrNone("examples", FormReader.LongestText);
        if (current is not null && current.Text == text && current.Examples == examples)
        {
            return null;
        }
        if (form.Value("version") != (current?.Version ?? ""))
        {
            form.Fault("text-da", FormFault.Changed);
        }
        return new Guidelines
        {
            Id = Guidelines.GuidelinesId,
            Version = GuidelinesVersions.After(current?.Version, now.Year),
            Text = text,
            Examples = examples,
            SavedAt = now,
        };
    }
}
