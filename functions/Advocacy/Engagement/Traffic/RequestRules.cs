using Microsoft.AspNetCore.Http;

namespace Advocacy.Engagement.Traffic;

/// <summary>
/// Tells by one request alone that no person made it. Nothing of the request is kept but the rule's name: no address, no User-Agent.
/// </summary>
public static class RequestRules
{
    /// <summary>A browser fetches ahead what may be clicked later.</summary>
    public const string Prefetch = "prefetch";

    /// <summary>Every browser says what it is.</summary>
    public const string NoAgent = "no-agent";

    // Sec-Purpose is the standard's (Fetch); the others are what browsers sent before it and some still do.
    private static readonly string[] PurposeHeaders = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];
    private static readonly string[] AheadWords = ["prefetch", "prerender", "preview"];

    /// <summary>The rule's name, for example <c>prefetch</c> or one of <c>KnownAgents.txt</c>; <c>null</c> where it may be a person.</summary>
    public static string? Of(HttpRequest request)
    {
        if (PurposeHeaders.Any(name => IsAhead(request.Headers[name].ToString())))
        {
            return Prefetch;
        }
        var agent = request.Headers.UserAgent.ToString().Trim();
        return agent.Length == 0 ? NoAgent : KnownAgents.RuleOf(agent);
    }

    private static bool IsAhead(string purpose) =>
        AheadWords.Any(word => purpose.Contains(word, StringComparison.OrdinalIgnoreCase));
}
