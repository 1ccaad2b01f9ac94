using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>
/// Where a partition key lies in the hashed space, as 32 hexadecimal characters: MurmurHash3 (x64, 128 bits, seed 0) over the
/// marked text, turned round, the two highest bits off. This is hash version 2 of the SDK, which routes by the same value.
/// </summary>
internal static class EffectivePartitionKey
{
    private const ulong C1 = 0x87c37b91114253d5;
    private const ulong C2 = 0x4cf5ad432745937f;
    private const byte TextMark = 0x08;
    private const byte EndMark = 0xFF;

    public static string Of(string partitionKey)
    {
        byte[] marked = [TextMark, .. Encoding.UTF8.GetBytes(partitionKey), EndMark];
        var (low, high) = Hash(marked);
        Span<byte> key = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(key, high);
        BinaryPrimitives.WriteUInt64BigEndian(key[8..], low);
        key[0] &= 0x3F;
        return Convert.ToHexString(key);
    }

    private static (ulong Low, ulong High) Hash(ReadOnlySpan<byte> data)
    {
        ulong low = 0;
        ulong high = 0;
        var rest = data;
        unchecked
        {
            while (rest.Length >= 16)
            {
                low ^= MixLow(BinaryPrimitives.ReadUInt64LittleEndian(rest));
                low = ((BitOperations.RotateLeft(low, 27) + high) * 5) + 0x52dce729;
                high ^= MixHigh(BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
                high = ((BitOperations.RotateLeft(high, 31) + low) * 5) + 0x38495ab5;
                rest = rest[16..];
            }
            Span<byte> tail = stackalloc byte[16];
            tail.Clear();
            rest.CopyTo(tail);
            high ^= MixHigh(BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]));
            low ^= MixLow(BinaryPrimitives.ReadUInt64LittleEndian(tail));
            low ^= (ulong)data.Length;
            high ^= (ulong)data.Length;
            low += high;
            high += low;
            low = Finish(low);
            high = Finish(high);
            low += high;
            high += low;
        }
        return (low, high);
    }

    private static ulong MixLow(ulong value) => unchecked(BitOperations.RotateLeft(value * C1, 31) * C2);

    private static ulong MixHigh(ulong value) => unchecked(BitOperations.RotateLeft(value * C2, 33) * C1);

    private static ulong Finish(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
            value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
            return value ^ (value >> 33);
        }
    }
}
