using Advocacy.Platform.Store;

namespace Advocacy.Programme;

internal static class Removal
{
    /// <summary>Deletes a document of the programme, and only one of this kind: ids come from forms.</summary>
    public static async Task<bool> RemoveAsync<T>(
        IDocumentStore store,
        string id,
        CancellationToken cancellationToken,
        Func<T, bool>? may = null
    )
        where T : Document =>
        IsId(id)
        && await store.ReadAsync<T>(Containers.Programme, id, id, cancellationToken) is { } stored
        && may?.Invoke(stored.Value) != false
        && await store.DeleteAsync(Containers.Programme, id, id, cancellationToken);

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}
