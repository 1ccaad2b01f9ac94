namespace Advocacy.Programme.Training;

/// <summary>One tip or piece of training, in one language, as a mail or page shows it.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">Plain text; an empty line separates paragraphs.</param>
/// <param name="Url">Where there is more to it; <c>null</c> for none.</param>
public sealed record TipOfTheWeek(string Title, string Text, string? Url = null);
