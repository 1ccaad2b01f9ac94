using System.Globalization;
using Advocacy.Benchmarks;
using Advocacy.Benchmarks.Cost;
using Advocacy.Benchmarks.RequestUnits;
using Advocacy.Benchmarks.Spread;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Advocacy.Benchmarks -- --filter '*Feed*'
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- feeds [DIR]
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- week 10000 100000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- spread 1000 10000 100000 1000000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- mail 100000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- harvest 1000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- webhook 1 1000 10000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- desk 10000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- tone
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- dashboard 100000
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- ru 1000 10000 --measured measured.json
// dotnet run -c Release --project tests/Advocacy.Benchmarks -- cost measured.json infra/prices.json 1000 10000 100000
switch (args)
{
    case ["cost", .. var arguments]:
        return CostCommand.Run(arguments, Console.Out, Console.Error);
    case ["feeds"]:
        return FeedSideBySide.Run(null, Console.Out);
    case ["feeds", var folder]:
        return FeedSideBySide.Run(folder, Console.Out);
    case ["week", .. var sizes]:
        return await WeekScale.RunAsync(sizes);
    case ["week-once", var size]:
        return await WeekScale.RunOnceAsync(int.Parse(size, CultureInfo.InvariantCulture));
    case ["spread", .. var sizes]:
        return await SpreadScale.RunAsync(sizes);
    case ["spread-once", var size, var way]:
        return SpreadScale.RunOnce(int.Parse(size, CultureInfo.InvariantCulture), way);
    case ["mail", .. var people]:
        return MailScale.Run(people);
    case ["harvest", .. var sizes]:
        return await HarvestScale.RunAsync(sizes);
    case ["webhook", .. var sizes]:
        return await WebhookScale.RunAsync(sizes);
    case ["desk", .. var sizes]:
        return await DeskScale.RunAsync(sizes);
    case ["tone"]:
        return await ToneRace.RunAsync(Console.Out);
    case ["dashboard", .. var sizes]:
        return await DashboardScale.RunAsync(sizes);
    case ["ru", .. var sizes]:
        return await RequestUnitScale.RunAsync(sizes);
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(FeedParsing).Assembly).Run(args);
        return 0;
}
