// What the operators are told of. The numbers are the event ids of the code's log lines and the names beside them their values;
// a test holds both against the code. What to do at each stands in the README.
@description('Where the rules are placed.')
param location string

@description('First part of the rules\' names.')
param prefix string

@description('The Log Analytics workspace.')
param workspaceId string

@description('The Cosmos DB account.')
param cosmosId string

@description('The group that is told.')
param peopleId string

@description('Percent of an hour\'s digests that may fail or wait before somebody is told.')
@minValue(0)
@maxValue(100)
param digestTroublePercent int

@description('Requests in a quarter of an hour that Cosmos DB may turn away with 429. The SDK tries those again by itself.')
@minValue(0)
param cosmosThrottled int

@description('Tags of every resource.')
param tags { *: string }

@description('A rule over log lines.')
type logAlert = {
  @description('Last part of its name.')
  name: string
  @description('What has happened, and where to read on.')
  description: string
  @description('0 critical to 4 verbose.')
  severity: 0 | 1 | 2 | 3
  @description('How far back it looks.')
  window: string
  @description('How often it looks.')
  every: string
  @description('How the number of rows is compared.')
  operator: 'GreaterThan' | 'LessThan'
  @description('With what the number of rows is compared.')
  threshold: int
  @description('Kusto. Each row that it leaves counts.')
  query: string
}

@description('All rules over log lines.')
var logAlerts logAlert[] = [
  {
    name: 'poison'
    description: 'A message failed for good. It is kept with its reason; see "poison" in infra/README.md.'
    severity: 1
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    query: 'AppTraces | where toint(Properties.EventId) == 9200'
  }
  {
    name: 'digests'
    description: 'Digests fail, wait, or nobody knows whether they were sent; see "digests" in infra/README.md.'
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    query: '''
AppTraces | where toint(Properties.EventId) == 5001
| summarize sent = sum(toint(Properties.Sent)), failed = sum(toint(Properties.Failed)), unknown = sum(toint(Properties.Unknown)), waiting = sum(toint(Properties.Waiting))
| where unknown > 0 or (failed + waiting) * 100 > PERCENT * (sent + failed + unknown + waiting)
'''
  }
  {
    name: 'planner'
    description: 'No digests were planned for three hours: nobody is being mailed; see "planner" in infra/README.md.'
    severity: 1
    window: 'PT3H'
    every: 'PT1H'
    operator: 'LessThan'
    threshold: 1
    query: 'AppTraces | where toint(Properties.EventId) == 5000'
  }
  {
    name: 'harvest'
    description: 'For a day no feed was read; see "harvest" in infra/README.md.'
    severity: 2
    window: 'P1D'
    every: 'PT1H'
    operator: 'LessThan'
    threshold: 1
    query: '''
AppTraces | where toint(Properties.EventId) == 1000
| where toint(Properties.Sources) == 0 or toint(Properties.Failed) < toint(Properties.Sources)
'''
  }
  {
    name: 'failures'
    description: 'Functions fail; see "failures" in infra/README.md.'
    severity: 2
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
    query: '''
AppRequests | where Success == false
| where isempty(ResultCode) or toint(ResultCode) == 0 or toint(ResultCode) >= 500
'''
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in logAlerts: {
    name: '${prefix}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${prefix} ${alert.name}'
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      windowSize: alert.window
      evaluationFrequency: alert.every
      autoMitigate: true
      // Until the app has logged for the first time, the tables are not there.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: replace(alert.query, 'PERCENT', string(digestTroublePercent))
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [peopleId] }
    }
  }
]

resource throttled 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${prefix}-cosmos-429'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB turns requests away; see "cosmos-429" in infra/README.md.'
    enabled: true
    severity: 2
    scopes: [cosmosId]
    windowSize: 'PT15M'
    evaluationFrequency: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: cosmosThrottled
        }
      ]
    }
    actions: [{ actionGroupId: peopleId }]
  }
}
