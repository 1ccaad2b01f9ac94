// Tells before the month's money is gone. It stops nothing.
@description('Name of the budget.')
param name string

@description('A month\'s money, in the currency of the subscription.')
@minValue(1)
param amount int

@description('Mail addresses of the operators; the owners of the resource group are told in any case.')
param addresses string[]

@description('Left to its default: the first of this month. Azure keeps what the budget was created with.')
param start string = utcNow('yyyy-MM-01')

// Azure refuses another start date later: the budget is made once. To change the amount, delete it and deploy again.
@onlyIfNotExists()
resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: addresses
        contactRoles: ['Owner']
      }
      most: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: addresses
        contactRoles: ['Owner']
      }
      gone: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: addresses
        contactRoles: ['Owner']
      }
      willBeGone: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: addresses
        contactRoles: ['Owner']
      }
    }
  }
}
