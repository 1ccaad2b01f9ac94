using Advocacy.Content;

namespace Advocacy.Local.Pages;

/// <summary>The feeds and their health.</summary>
/// <param name="Sources">Those that fail first.</param>
public sealed record SourcesView(LocalFrame Frame, IReadOnlyList<FeedSource> Sources);
