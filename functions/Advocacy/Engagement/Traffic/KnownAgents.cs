namespace Advocacy.Engagement.Traffic;

/// <summary>The list of <c>KnownAgents.txt</c>: programs that follow links, by their User-Agent.</summary>
internal static class KnownAgents
{
    private const string Resource = "known-agents";

    public static readonly IReadOnlyList<KnownAgent> All = Read();

    /// <summary>The rule that names this User-Agent; <c>null</c> where none does.</summary>
    public static string? RuleOf(string userAgent)
    {
        foreach (var agent in All)
        {
            if (agent.Is(userAgent))
            {
                return agent.Rule;
            }
        }
        return null;
    }

    private static KnownAgent[] Read()
    {
        using var reader = new StreamReader(typeof(KnownAgents).Assembly.GetManifestResourceStream(Resource)!);
        return
        [
            .. reader
                .ReadToEnd()
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(KnownAgent.Of),
        ];
    }
}

/// <param name="Rule">For example <c>link-preview</c>.</param>
/// <param name="Pattern">What the User-Agent contains, or is.</param>
internal sealed record KnownAgent(string Rule, string Pattern, bool IsWhole)
{
    /// <exception cref="InvalidDataException">The line is no rule and pattern.</exception>
    public static KnownAgent Of(string line) =>
        line.Split(' ', 2) is [{ Length: > 0 } rule, { Length: > 0 } pattern]
            ? new KnownAgent(rule, pattern.TrimStart('='), pattern[0] == '=')
            : throw new InvalidDataException($"'{line}' is no known agent; it takes RULE PATTERN.");

    public bool Is(string userAgent) =>
        IsWhole
            ? userAgent.Equals(Pattern, StringComparison.OrdinalIgnoreCase)
            : userAgent.Contains(Pattern, StringComparison.OrdinalIgnoreCase);
}
