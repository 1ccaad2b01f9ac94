namespace Advocacy.Platform;

/// <summary>
/// The installation's own secrets. On one machine they are drawn once and kept in the data folder; in Azure they come from
/// Key Vault through configuration.
/// </summary>
/// <param name="LinkKeys">Keys that sign links, newest first, 32 bytes or more each: the first signs, all verify.</param>
/// <param name="PseudonymKey">Turns addresses into ids. Never rotated: every employee's id hangs on it.</param>
public sealed record Secrets(IReadOnlyList<ReadOnlyMemory<byte>> LinkKeys, ReadOnlyMemory<byte> PseudonymKey);
