using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Local;
using Advocacy.MailEvents;
using Advocacy.MailEvents.SendGrid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks;

/// <summary>
/// How long the provider waits for the answer: signed calls of the mail-event webhook over HTTP on loopback, onto the SQLite queue:
/// <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- webhook 1 1000 10000</c>. SendGrid waits about ten seconds; ours is one.
/// </summary>
internal static class WebhookScale
{
    private const int Calls = 20;
    private const double Allowed = 1000;
    private const string Stamp = "1795000000";

    public static async Task<int> RunAsync(string[] sizes)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-webhook-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            await using var host = LocalHost.Build(
                folder,
                clock: null,
                port: null,
                LogLevel.Error,
                services =>
                    services.PostConfigure<MailEventOptions>(options =>
                        options.PublicKeys.Add(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))
                    )
            );
            var webhook = host.Services.GetRequiredService<SendGridWebhook>();
            await using var server = await LoopbackServer.StartAsync(routes =>
                routes.MapPost("/mail-events", (HttpRequest request) => webhook.ReceiveAsync(request))
            );
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            await PostAsync(client, server.BaseUrl, Body(1, -1), key);
            Console.WriteLine("| events in a call | KB | median, ms | slowest, ms | of the second allowed |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
            foreach (var size in sizes.Length == 0 ? ["1", "1000", "10000"] : sizes)
            {
                await PrintAsync(client, server.BaseUrl, int.Parse(size, CultureInfo.InvariantCulture), key);
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintAsync(HttpClient client, string address, int size, ECDsa key)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var call = 0; call < Calls; call++)
        {
            var body = Body(size, call);
            bytes = body.Length;
            times.Add(await PostAsync(client, address, body, key));
        }
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {size:N0} | {bytes / 1024:N0} | {times[times.Count / 2]:N1} | {times[^1]:N1} | {times[^1] / Allowed:P1} |"
            )
        );
    }

    /// <returns>Milliseconds to the answer.</returns>
    private static async Task<double> PostAsync(HttpClient client, string address, byte[] body, ECDsa key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address.TrimEnd('/')}/mail-events")
        {
            Content = new ByteArrayContent(body),
        };
        byte[] signed = [.. Encoding.ASCII.GetBytes(Stamp), .. body];
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        request.Headers.Add(SendGridWebhook.SignatureHeader, Convert.ToBase64String(signature));
        request.Headers.Add(SendGridWebhook.TimestampHeader, Stamp);
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        return taken;
    }

    /// <summary>As SendGrid writes them, with the fields that are not read.</summary>
    private static byte[] Body(int size, int call) =>
        Encoding.UTF8.GetBytes(
            $"[{string.Join(",\r\n", Enumerable.Range(0, size).Select(i => string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"email":"person{{i}}@nordlys.example","timestamp":1795000000,"smtp-id":"<{{i}}.{{call}}@geopod-ismtpd>","event":"delivered","category":["2026-W48"],"sg_event_id":"ZGVsaXZlcmVkLTAtMTY{{call}}-{{i}}","sg_message_id":"14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0","response":"250 OK","delivery":"{{i:x32}}"}"""
            )))}]\r\n"
        );
}
