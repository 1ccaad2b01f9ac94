using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Advocacy.Local;

/// <summary>
/// Serves feed files and their pictures over HTTP with ETag, Last-Modified and 304, so that local files go through the same harvest as
/// any feed: <c>{prefix}/feeds/{key}</c> and <c>{prefix}/images/{name}</c>. Tokens are replaced while serving (see <see cref="FreshTokens"/>);
/// a file without them is served byte for byte.
/// </summary>
internal static partial class FeedServer
{
    /// <summary>Above this a file is not searched for tokens but streamed as it is: it is there to try the harvest's limits.</summary>
    private const long SearchedBytes = 8 * 1024 * 1024;

    private static readonly FrozenDictionary<string, string> ImageTypes = new Dictionary<string, string>
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where a feed is found when its files are served at <paramref name="baseUrl"/>.</summary>
    public static string FeedUrl(string baseUrl, string key) => $"{baseUrl}/feeds/{key}";

    /// <summary>A key for a file of one's own: from its name, with a hash of its full path, so that it is the same on every run.</summary>
    public static string KeyOf(string path)
    {
        var full = Path.GetFullPath(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..8];
        var name = NotKey().Replace(Path.GetFileNameWithoutExtension(full).ToLowerInvariant(), "-").Trim('-');
        return name.Length == 0 ? hash : $"{name[..Math.Min(name.Length, 30)].TrimEnd('-')}-{hash}";
    }

    /// <summary>Feed files by the keys under which they are served: a company's have their own.</summary>
    public static Dictionary<string, string> Keyed(IEnumerable<string> files, CompanyFolder? folder)
    {
        var keyed = files.ToDictionary(KeyOf);
        foreach (var feed in folder?.Feeds.Where(feed => feed.File is not null) ?? [])
        {
            keyed[feed.Key] = feed.File!;
        }
        return keyed;
    }

    /// <summary>Maps a company's feed files and its <c>images</c> folder, and single feed files.</summary>
    /// <param name="routes">The host.</param>
    /// <param name="pathPrefix">For example <c>/sample</c>; may be empty.</param>
    /// <param name="folder">The company.</param>
    /// <param name="files">Full paths of further feeds.</param>
    /// <param name="time">Gives the week that dates are counted from.</param>
    /// <param name="publicBase">What <c>{base}</c> stands for; <c>null</c> for the address of the request and the prefix.</param>
    public static void MapCompany(
        this IEndpointRouteBuilder routes,
        string pathPrefix,
        CompanyFolder folder,
        IEnumerable<string> files,
        TimeProvider time,
        string? publicBase = null
    ) => routes.MapFeedFiles(pathPrefix, Keyed(files, folder), [folder.ImageDirectory], time, publicBase);

    /// <summary>Maps any files by key, and pictures by name from the first of the folders that has one.</summary>
    public static void MapFeedFiles(
        this IEndpointRouteBuilder routes,
        string pathPrefix,
        IReadOnlyDictionary<string, string> files,
        IReadOnlyList<string> imageDirectories,
        TimeProvider time,
        string? publicBase = null
    )
    {
        var prefix = pathPrefix.TrimEnd('/');
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods(
            FeedUrl(prefix, "{key}"),
            methods,
            (string key, HttpRequest request) =>
                files.TryGetValue(key, out var file)
                    ? Feed(file, time, publicBase ?? $"{request.Scheme}://{request.Host}{request.PathBase}{prefix}")
                    : Results.NotFound()
        );
        routes.MapMethods(prefix + "/images/{name}", methods, (string name) => Image(name, imageDirectories));
    }

    private static IResult Feed(string path, TimeProvider time, string baseUrl)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return Results.NotFound();
        }
        var written = new DateTimeOffset(file.LastWriteTimeUtc);
        if (file.Length > SearchedBytes)
        {
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.Length:x}-{written.UtcTicks:x}\"");
            return Results.Stream(
                file.OpenRead(),
                FeedType(path),
                lastModified: written,
                entityTag: new EntityTagHeaderValue(tag)
            );
        }
        var bytes = File.ReadAllBytes(path);
        var weekStart = FreshTokens.WeekStart(time);
        var served = FreshTokens.Replace(bytes, weekStart, baseUrl);
        // A file with tokens changes with the week too; under a clock that was set back it changed when its week began.
        var changed =
            ReferenceEquals(served, bytes) ? written
            : written > weekStart && written <= time.GetUtcNow() ? written
            : weekStart;
        return Bytes(served, FeedType(path), changed);
    }

    /// <summary>The name must be a plain file name of a picture: nothing that could lead out of the folder gets as far as the disk.</summary>
    private static IResult Image(string name, IReadOnlyList<string> directories)
    {
        if (!ImageName().IsMatch(name) || !ImageTypes.TryGetValue(Path.GetExtension(name), out var type))
        {
            return Results.NotFound();
        }
        var path = directories.Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);
        return path is null
            ? Results.NotFound()
            : Bytes(File.ReadAllBytes(path), type, new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
    }

    private static IResult Bytes(byte[] bytes, string type, DateTimeOffset changed) =>
        Results.Bytes(
            bytes,
            type,
            lastModified: changed,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"")
        );

    // Without a charset: the XML declaration says it, and JSON is UTF-8.
    private static string FeedType(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "application/feed+json"
        : path.EndsWith(".atom.xml", StringComparison.OrdinalIgnoreCase) ? "application/atom+xml"
        : path.EndsWith(".rss.xml", StringComparison.OrdinalIgnoreCase) ? "application/rss+xml"
        : "application/xml";

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\\z", RegexOptions.None, 1000)]
    private static partial Regex ImageName();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotKey();
}
