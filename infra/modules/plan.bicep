// Flex Consumption: pays by execution, scales each function group by itself.
@description('Where the plan is placed.')
param location string

@description('Name of the plan.')
param name string

@description('Tags of every resource.')
param tags { *: string }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

@description('Resource id.')
output id string = plan.id
