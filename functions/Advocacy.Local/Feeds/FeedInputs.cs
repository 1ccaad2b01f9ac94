namespace Advocacy.Local.Feeds;

/// <summary>What the feed command was given: files, folders, addresses.</summary>
internal static class FeedInputs
{
    public static bool IsUrl(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UsageException">One is neither an address nor a path to something.</exception>
    public static void RefuseMissing(IEnumerable<string> sources)
    {
        foreach (var source in sources)
        {
            if (!IsUrl(source) && !Path.Exists(source))
            {
                throw UsageException.Argument(
                    $"feed {source}: there is no such file or folder, and it is no http or https address."
                );
            }
        }
    }

    /// <summary>In the order given; a folder's files by name, each folder's own in one order with its subfolders.</summary>
    public static IEnumerable<string> Expand(IEnumerable<string> sources) =>
        sources.SelectMany(source => !IsUrl(source) && Directory.Exists(source) ? Walk(source) : [source]);

    private static IEnumerable<string> Walk(string root)
    {
        // No recursion: the depth is whatever somebody unpacked.
        var open = new Stack<string>([root]);
        while (open.TryPop(out var path))
        {
            if (!Directory.Exists(path))
            {
                yield return path;
            }
            // A folder that is a link may lead back to where it lies.
            else if (path == root || new DirectoryInfo(path).LinkTarget is null)
            {
                if (Inside(path) is { } inside)
                {
                    Array.ForEach(inside, open.Push);
                }
                else
                {
                    // Reading it as a file says why it cannot be.
                    yield return path;
                }
            }
        }
    }

    /// <summary>Last first, as a stack wants it; <c>null</c> for a folder that may not be listed.</summary>
    private static string[]? Inside(string folder)
    {
        try
        {
            var inside = Directory.GetFileSystemEntries(folder);
            Array.Sort(inside, StringComparer.Ordinal);
            Array.Reverse(inside);
            return inside;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
