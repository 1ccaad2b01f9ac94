using System.Text.Json;
using System.Text.Json.Nodes;
using Advocacy.Platform.Store;

namespace Advocacy.Platform;

/// <summary>
/// Takes a queue message apart by whom it is about. Messages name many people in arrays; what stands outside of one belongs to the whole.
/// </summary>
internal static class MessageParts
{
    /// <summary>The message without the array entries that are about the person; <c>null</c> where nothing of use is left.</summary>
    /// <param name="isAbout">True of a text that names the person.</param>
    public static string? Without(string body, Func<string, bool> isAbout) =>
        Parse(body) is { } root && Filter(root, isAbout, about: false) && !isAbout(Text(root)) ? Text(root) : null;

    /// <summary>
    /// The message with only those array entries that are about the person, where it names others beside them; the whole of it where it
    /// has no such arrays.
    /// </summary>
    public static string Only(string body, Func<string, bool> isAbout) =>
        Parse(body) is { } root && Filter(root, isAbout, about: true) ? Text(root) : body;

    /// <summary>False where an array has nothing left.</summary>
    private static bool Filter(JsonNode node, Func<string, bool> isAbout, bool about)
    {
        var left = true;
        if (node is JsonArray array)
        {
            if (array.Any(one => isAbout(Text(one))))
            {
                foreach (var one in array.Where(one => isAbout(Text(one)) != about).ToList())
                {
                    array.Remove(one);
                }
                left = array.Count > 0;
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (_, field) in fields)
            {
                left &= field is null || Filter(field, isAbout, about);
            }
        }
        return left;
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(DocumentJson.Options) ?? "null";

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
