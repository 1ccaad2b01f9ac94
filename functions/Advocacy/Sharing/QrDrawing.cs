using System.Globalization;
using System.Text;
using QRCoder;

namespace Advocacy.Sharing;

/// <summary>A QR code as the path of an SVG: one unit is one module, its quiet zone included.</summary>
/// <param name="Size">Width and height.</param>
/// <param name="Path">The dark modules, for the attribute <c>d</c>.</param>
public sealed record QrDrawing(int Size, string Path)
{
    /// <summary>With the error correction that a clean screen needs.</summary>
    /// <param name="address">Up to about 1,500 characters.</param>
    public static QrDrawing Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        foreach (var (y, row) in rows.Index())
        {
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }
                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }
        return new QrDrawing(rows.Count, path.ToString());
    }
}
