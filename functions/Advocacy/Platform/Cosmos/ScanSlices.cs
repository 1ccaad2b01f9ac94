using System.Globalization;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// The feed ranges of a scan's shards: equal slices of the space that partition keys are hashed into. They do not depend on how
/// the account has split its partitions, so two workers that look at different moments still see each document exactly once.
/// </summary>
internal static class ScanSlices
{
    // Hashed partition keys (version 2) have 126 bits; "FF" is beyond all of them.
    private const string End = "FF";
    private static readonly UInt128 s_space = UInt128.One << 126;

    /// <summary>The slice of one shard; the SDK divides it further where it lies across partitions.</summary>
    public static FeedRange Of(int shard, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, shards);
        return FeedRange.FromJsonString(
            $$$"""{"Range":{"min":"{{{Bound(shard, shards)}}}","max":"{{{Bound(shard + 1, shards)}}}"}}"""
        );
    }

    private static string Bound(int slice, int slices) =>
        slice == 0 ? ""
        : slice == slices ? End
        : (s_space / (UInt128)slices * (UInt128)slice).ToString("X32", CultureInfo.InvariantCulture);
}
