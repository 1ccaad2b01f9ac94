using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Advocacy.Benchmarks -- --filter '*Feed*'
_ = BenchmarkSwitcher.FromAssembly(typeof(Advocacy.Benchmarks.FeedParsing).Assembly).Run(args);
return 0;
