using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Advocacy.Platform;

/// <summary>Section <c>Advocacy:Data</c>: where the embedded adapters keep things.</summary>
public sealed class DataOptions
{
    public const string Section = "Advocacy:Data";

    /// <summary>A folder; created where it does not exist. Default <c>.advocacy</c> in the working directory.</summary>
    [System.ComponentModel.DataAnnotations.Required]
    public string Folder { get; set; } = ".advocacy";
}

/// <summary>The folder of the embedded adapters: documents and queues, outbox, secrets.</summary>
public sealed class DataFolder(IOptions<DataOptions> options)
{
    public string Path { get; } = System.IO.Path.GetFullPath(options.Value.Folder);

    /// <summary>Documents and queues, one SQLite file.</summary>
    public string Database => System.IO.Path.Combine(Path, "advocacy.db");

    /// <summary>Mails, one <c>.eml</c> file each.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    /// <summary>The installation's secrets: drawn the first time, then read.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or missing beside data. It is not replaced, because every link and id hangs on it.</exception>
    public Secrets Secrets()
    {
        Directory.CreateDirectory(Path);
        var file = System.IO.Path.Combine(Path, "secrets.json");
        if (!File.Exists(file) && File.Exists(Database))
        {
            throw new InvalidDataException(
                $"{file} is missing although there is data: restore it from a backup. With new secrets, links in mails already sent would stop working and people on the roster would be taken for new ones."
            );
        }
        if (!File.Exists(file))
        {
            var drawn = new StoredSecrets([RandomNumberGenerator.GetBytes(32)], RandomNumberGenerator.GetBytes(32));
            var temporary = file + ".new";
            using (var stream = new FileStream(temporary, Private(FileMode.Create)))
            {
                JsonSerializer.Serialize(stream, drawn);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, file, overwrite: false);
        }
        try
        {
            var read = JsonSerializer.Deserialize<StoredSecrets>(File.ReadAllText(file));
            if (read is { LinkKeys.Count: > 0, PseudonymKey.Length: >= 32 } && read.LinkKeys.All(IsWhole))
            {
                return new Secrets([.. read.LinkKeys.Select(key => (ReadOnlyMemory<byte>)key)], read.PseudonymKey);
            }
        }
        catch (JsonException)
        {
            // Told below, alike for every kind of damage.
        }
        throw new InvalidDataException(
            $"{file} is damaged: restore it from a backup. Without it, links in mails already sent stop working and people on the roster would be taken for new ones."
        );
    }

    /// <summary>With a shorter key anybody could sign links.</summary>
    private static bool IsWhole(byte[]? key) => key?.Length >= 32;

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }

    private sealed record StoredSecrets(IReadOnlyList<byte[]> LinkKeys, byte[] PseudonymKey);
}
