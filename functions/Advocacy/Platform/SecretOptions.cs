using Microsoft.Extensions.Options;

namespace Advocacy.Platform;

/// <summary>
/// Section <c>Advocacy:Secrets</c>: the installation's secrets where several processes share the data, in Azure as references to Key
/// Vault. Where neither is set, one machine draws its own (<see cref="DataFolder.Secrets"/>).
/// </summary>
public sealed class SecretOptions
{
    public const string Section = "Advocacy:Secrets";

    /// <summary>Keys that sign links, newest first; each base64 of 32 bytes or more. The first signs, all verify.</summary>
    public IList<string> LinkKeys { get; } = [];

    /// <summary>Base64 of 32 bytes or more. Must never change: every employee's id hangs on it.</summary>
    public string? PseudonymKey { get; set; }

    public bool AreSet => LinkKeys.Count > 0 || PseudonymKey is { Length: > 0 };

    /// <exception cref="InvalidOperationException">They are not whole; <see cref="Check"/> says so at start.</exception>
    public Secrets ToSecrets() =>
        new(
            [.. LinkKeys.Select(key => Bytes(key) ?? throw new InvalidOperationException($"{Section} is not whole."))],
            Bytes(PseudonymKey) ?? throw new InvalidOperationException($"{Section} is not whole.")
        );

    /// <summary>With a shorter key anybody could sign links.</summary>
    private static ReadOnlyMemory<byte>? Bytes(string? base64)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var length) && length >= 32
            ? bytes.AsMemory(0, length)
            : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Says what is missing, never what is there.</summary>
    internal sealed class Check(IOptions<AdapterOptions> adapters) : IValidateOptions<SecretOptions>
    {
        private const string Takes = "it takes base64 of 32 random bytes or more (openssl rand -base64 32)";

        public ValidateOptionsResult Validate(string? name, SecretOptions options)
        {
            if (!options.AreSet)
            {
                return adapters.Value.Store == StoreAdapter.Sqlite
                    ? ValidateOptionsResult.Success
                    : ValidateOptionsResult.Fail(
                        $"{Section}:LinkKeys and {Section}:PseudonymKey are not set; a store that processes share needs the same keys in each of them."
                    );
            }
            var keys = options.LinkKeys.Count > 0 ? options.LinkKeys : [""];
            var wrong = keys.Select((key, i) => Problem($"{Section}:LinkKeys:{i}", key))
                .Append(Problem($"{Section}:PseudonymKey", options.PseudonymKey))
                .OfType<string>()
                .ToList();
            return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
        }

        private static string? Problem(string key, string? value) =>
            Bytes(value) is not null ? null
            : string.IsNullOrEmpty(value) ? $"{key} is not set; {Takes}."
            : $"{key} is no key; {Takes}.";
    }
}
