using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Local;

/// <summary>The part <c>sharing</c> of a <c>company.json</c>: which channels are offered, and where their links go.</summary>
internal static class SharingFields
{
    /// <summary>The profile with what the file says; as it was where it says nothing.</summary>
    public static CompanyProfile Read(JsonFields root, CompanyProfile profile)
    {
        if (root.Member("sharing") is not { } sharing || !sharing.IsObject("an object with channels, links and utm"))
        {
            return profile;
        }
        sharing.RefuseOthersThan("channels", "links", "utm");
        return profile with
        {
            Channels = sharing.Has("channels") ? Channels(sharing, profile.Country) : profile.Channels,
            LinkStyle =
                sharing.Member("links")?.Text("\"short\" or \"final\"", 20, text => text is "short" or "final")
                == "final"
                    ? LinkStyle.FinalUrl
                    : LinkStyle.ShortLink,
            Utm = Utm(sharing) ?? profile.Utm,
        };
    }

    private static List<string> Channels(JsonFields sharing, string country)
    {
        var allowed = ShareChannels.All.Where(channel => ShareChannels.IsAllowedIn(country, channel)).ToList();
        var takes = $"one of {string.Join(", ", allowed.Select(channel => channel.Key))}";
        var channels = new List<string>();
        foreach (var item in sharing.Items("channels"))
        {
            var ruledOut = ShareChannels.All.Except(allowed);
            if (
                item.Text(
                    $"{takes}{RuledOut(ruledOut, country)}",
                    20,
                    text => allowed.Exists(one => one.Key == text)
                ) is
                { } key
            )
            {
                channels.Add(key);
            }
        }
        if (sharing.HasList("channels") && sharing.Items("channels").Count == 0)
        {
            sharing.Fault("channels", $"takes at least {takes}; leave it out for all of them");
        }
        return [.. channels.Distinct()];
    }

    private static string RuledOut(IEnumerable<ShareChannel> channels, string country) =>
        string.Join(" and ", channels.Select(channel => channel.Key)) is { Length: > 0 } keys
            ? $" ({keys} would message third parties, which {country} does not allow)"
            : "";

    /// <summary>The empty text too, which means no parameters.</summary>
    private static string? Utm(JsonFields sharing)
    {
        if (sharing.Member("utm") is not { } utm || utm.IsEmptyText)
        {
            return sharing.Has("utm") ? "" : null;
        }
        string? fault = null;
        var text = utm.Text("link parameters such as \"utm_source={channel}\"", 2_000);
        if (text is null || UtmTemplate.TryParse(text, out _, out fault))
        {
            return text;
        }
        sharing.Fault("utm", $"got \"{text}\", takes {fault}");
        return null;
    }
}
